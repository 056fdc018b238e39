// Drives VS Code in a browser: node vscode.cjs PLAYWRIGHT CHROMIUM ADDRESS FOLDER DRAFT OUT STEPS
// Opens DRAFT, a file in FOLDER, and takes the steps, with commas between them. What was seen goes to OUT, with pictures
// beside it.
//   repair    waits for the squiggle, repairs it by the first quick fix and saves
//   commands  runs the commands of the palette
//   message   waits for a message of the extension's
const fs = require("node:fs");
const path = require("node:path");

const [library, chromium, address, folder, draft, out, steps] = process.argv.slice(2);
const { chromium: browsers } = require(library);
const PATIENCE = 180_000; // milliseconds

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const seen = {};
const STEPS = { repair, commands, message };

async function main() {
  const browser = await browsers.launch({ executablePath: chromium, args: ARGUMENTS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "ja-JP" });
  page.setDefaultTimeout(PATIENCE);
  try {
    const remote = `vscode-remote://${new URL(address).host}${path.join(folder, draft)}`;
    const payload = JSON.stringify([["openFile", remote]]);
    await page.goto(`${address}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(payload)}`);
    await page.waitForSelector(".monaco-editor .view-lines");
    for (const step of steps.split(",")) {
      await STEPS[step](page);
    }
  } catch (error) {
    seen.error = String(error);
    await picture(page, "failed");
  } finally {
    fs.writeFileSync(out, JSON.stringify(seen));
    await browser.close();
  }
}

async function repair(page) {
  const before = fs.readFileSync(path.join(folder, draft), "utf-8");
  await page.waitForSelector(".squiggly-error", { state: "attached" });
  await picture(page, "squiggle");

  await page.click(".monaco-editor .view-lines");
  await page.keyboard.press("F8"); // goes to the problem and shows its message
  await page.waitForSelector(".marker-widget .message");
  seen.squiggle = await page.innerText(".marker-widget .message");
  await picture(page, "message");
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+Shift+M");
  await page.waitForSelector(".markers-panel .monaco-list-row");
  seen.problems = await page.locator(".markers-panel .monaco-list-row").allInnerTexts();
  await page.keyboard.press("Control+1"); // back to the text

  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  await page.waitForFunction(() => document.querySelector(".monaco-hover:not(.hidden)")?.innerText.includes("悪い例"));
  seen.hover = await page.innerText(".monaco-hover:not(.hidden)");
  await picture(page, "hover");
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+.");
  await page.waitForSelector(".action-widget .monaco-list-row.action");
  seen.titles = await page.locator(".action-widget .monaco-list-row.action").allInnerTexts();
  await picture(page, "repairs");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".squiggly-error", { state: "detached" });
  await page.keyboard.press("Control+S");
  await until(() => fs.readFileSync(path.join(folder, draft), "utf-8") !== before);
  seen.after = await page.locator(".squiggly-error").count();
  await picture(page, "repaired");
  // the status bar is filled late, at times after the first findings
  seen.untrusted = (await page.locator('.statusbar-item[id="status.workspaceTrust"]').count()) > 0;
}

async function commands(page) {
  await choose(page, ">jlint: Check All Files of the Workspace");
  await page.waitForSelector(".notification-list-item-message");
  seen.checked = await page.innerText(".notification-list-item-message");
  // the list of problems is filled a moment after the notification
  await page.waitForSelector('.markers-panel .monaco-list-row:has-text("b.md")');
  seen.all = await page.locator(".markers-panel .monaco-list-row").allInnerTexts();
  await picture(page, "checked");
  await choose(page, ">Notifications: Clear All Notifications");

  await choose(page, ">jlint: Create rules.yaml");
  await page.waitForSelector('.tab.active[data-resource-name="rules.yaml"]');
  await picture(page, "created");

  await choose(page, ">jlint: Restart the Server");
  await choose(page, "b.md");
  await page.waitForSelector('.tab.active[data-resource-name="b.md"]');
  await page.waitForSelector(".squiggly-error", { state: "attached" });

  await choose(page, ">jlint: Show Output");
  await page.waitForFunction(() => /jlint\slsp/.test(document.querySelector(".output-view")?.innerText ?? ""));
  await picture(page, "output");
}

async function message(page) {
  await page.waitForSelector(".notification-list-item-message");
  seen.message = await page.innerText(".notification-list-item-message");
  await page.waitForTimeout(3000); // were the server started again and again, there would be more messages
  seen.messages = await page.locator(".notification-list-item-message").count();
  await picture(page, "message");
}

async function choose(page, name) {
  await page.keyboard.press("F1");
  await page.fill(".quick-input-widget input[type=text]", name);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name.replace(/^>/, "") }).first().waitFor();
  await page.keyboard.press("Enter");
}

async function until(condition) {
  const end = Date.now() + PATIENCE;
  while (!condition() && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function picture(page, name) {
  return page.screenshot({ path: path.join(path.dirname(out), `${name}.png`) });
}

main();
