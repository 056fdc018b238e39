-- Opens the draft, waits for a finding, applies the preferred fix under it, and saves. Writes what it saw as JSON.
local python, draft, out = _G.arg[1], _G.arg[2], _G.arg[3]
local patience = 60000

local function wait(what)
  vim.wait(patience, what, 20)
end

vim.o.swapfile = false
vim.cmd.edit(vim.fn.fnameescape(draft))
vim.bo.filetype = 'markdown'
local buffer = vim.api.nvim_get_current_buf()
vim.lsp.start({ name = 'jlint', cmd = { python, '-m', 'jlint', 'lsp' }, root_dir = vim.fs.dirname(draft) })
wait(function() return #vim.diagnostic.get(buffer) > 0 end)

local found = vim.diagnostic.get(buffer)
local client = vim.lsp.get_clients({ bufnr = buffer })[1]
local seen = { encoding = client and client.offset_encoding, diagnostics = {} }
for _, each in ipairs(found) do
  local text = vim.api.nvim_buf_get_text(buffer, each.lnum, each.col, each.end_lnum, each.end_col, {})
  table.insert(seen.diagnostics, { code = each.code, source = each.source, text = table.concat(text, '\n') })
end

vim.api.nvim_win_set_cursor(0, { found[1].lnum + 1, found[1].col })
vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
wait(function() return vim.bo.modified end)
wait(function() return #vim.diagnostic.get(buffer) == 0 end)
seen.left = #vim.diagnostic.get(buffer)

vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '', '窓をを開ける。' })
wait(function() return #vim.diagnostic.get(buffer) > 0 end)
seen.after = vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(buffer))

vim.cmd.write()
local file = assert(io.open(out, 'w'))
file:write(vim.json.encode(seen))
file:close()
client:stop()
wait(function() return client:is_stopped() end)
vim.cmd('qall!')
