// Drives VS Code in a browser: node vscode.cjs PLAYWRIGHT CHROMIUM ADDRESS FOLDER DRAFT OUT
// Opens DRAFT, a file in FOLDER, waits for the squiggle, repairs it by the first quick fix and saves. What was seen goes
// to OUT, with pictures beside it.
const fs = require("node:fs");
const path = require("node:path");

const [library, chromium, address, folder, draft, out] = process.argv.slice(2);
const { chromium: browsers } = require(library);
const PATIENCE = 180_000; // milliseconds

async function main() {
  const browser = await browsers.launch({
    executablePath: chromium,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const seen = { squiggle: "", problems: [], hover: "", titles: [], untrusted: false, after: -1 };
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "ja-JP" });
  page.setDefaultTimeout(PATIENCE);
  const picture = (name) => page.screenshot({ path: path.join(path.dirname(out), `${name}.png`) });
  try {
    const before = fs.readFileSync(path.join(folder, draft), "utf-8");
    const remote = `vscode-remote://${new URL(address).host}${path.join(folder, draft)}`;
    const payload = JSON.stringify([["openFile", remote]]);
    await page.goto(`${address}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(payload)}`);
    await page.waitForSelector(".monaco-editor .view-lines");
    await page.waitForSelector(".squiggly-error", { state: "attached" });
    seen.untrusted = (await page.locator('.statusbar-item[id="status.workspaceTrust"]').count()) > 0;
    await picture("squiggle");

    await page.click(".monaco-editor .view-lines");
    await page.keyboard.press("F8"); // goes to the problem and shows its message
    await page.waitForSelector(".marker-widget .message");
    seen.squiggle = await page.innerText(".marker-widget .message");
    await picture("message");
    await page.keyboard.press("Escape");

    await page.keyboard.press("Control+Shift+M");
    await page.waitForSelector(".markers-panel .monaco-list-row");
    seen.problems = await page.locator(".markers-panel .monaco-list-row").allInnerTexts();
    await page.keyboard.press("Control+1"); // back to the text

    await page.keyboard.press("Control+K");
    await page.keyboard.press("Control+I");
    await page.waitForSelector(".monaco-hover:not(.hidden) .hover-contents");
    await page.waitForFunction(() => document.querySelector(".monaco-hover:not(.hidden)")?.innerText.includes("悪い例"));
    seen.hover = await page.innerText(".monaco-hover:not(.hidden)");
    await picture("hover");
    await page.keyboard.press("Escape");

    await page.keyboard.press("Control+.");
    await page.waitForSelector(".action-widget .monaco-list-row.action");
    seen.titles = await page.locator(".action-widget .monaco-list-row.action").allInnerTexts();
    await picture("repairs");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".squiggly-error", { state: "detached" });
    await page.keyboard.press("Control+S");
    await saved(path.join(folder, draft), before);
    seen.after = await page.locator(".squiggly-error").count();
    await picture("repaired");
  } catch (error) {
    seen.error = String(error);
    await picture("failed");
  } finally {
    fs.writeFileSync(out, JSON.stringify(seen));
    await browser.close();
  }
}

async function saved(file, before) {
  const end = Date.now() + PATIENCE;
  while (fs.readFileSync(file, "utf-8") === before && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

main();
