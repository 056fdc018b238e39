/* Search in the site, in the place of the theme's worker: that cuts text into words, the question otherwise than the
   page, and so finds little in Japanese. Here a term is found wherever it stands. The messages are the theme's:
   0 the index, 1 ready, 2 a question, 3 its results, by page. */
"use strict";

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const BEFORE = 40;
const AFTER = 120;
let sections = [];

/** The text without markup. */
function plain(html) {
  const text = html.replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name]);
  return text.replace(/\s+/g, " ").trim();
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
}

const RULES = "docs/rules/";
/** Points for a page of a rule where somebody asks in words of their own: it is mostly a rule that is looked for. */
const OF_A_RULE = 20;

/** The text as it is compared: full-width letters as half-width ones, capitals as small ones, katakana as hiragana.
    It stays as long as it is. */
function folded(text) {
  return Array.from(text, (character) => {
    const one = character.normalize("NFKC").toLowerCase();
    const same = one.length === character.length ? one : character;
    return /^[ァ-ヶ]$/.test(same) ? String.fromCharCode(same.charCodeAt(0) - 0x60) : same;
  }).join("");
}

function setUp({ docs }) {
  const titles = new Map();
  sections = docs.map((doc) => {
    const [page, part] = doc.location.split("#");
    const title = plain(doc.title);
    if (part === undefined) titles.set(page, title);
    const text = plain(doc.text);
    const name = folded(page.split("/").pop().replace(/\.html$/, ""));
    return { location: doc.location, page, name, title, text, inTitle: folded(title), inText: folded(text) };
  });
  for (const section of sections) section.inPage = folded(titles.get(section.page) ?? "");
}

/** What people ask for: what stands between blanks, or, where that is nowhere, the words in it. */
function wordsIn(question) {
  if (typeof Intl.Segmenter === "undefined") return [];
  const found = [...new Intl.Segmenter("ja", { granularity: "word" }).segment(question)];
  return found.filter((each) => each.isWordLike && !/^[ぁ-ん]{1,2}$/.test(each.segment)).map((each) => each.segment);
}

/** Where a term stands, from `from` on; -1 if nowhere. What begins with a Latin letter begins a word there. */
function placeOf(term, text, from = 0) {
  let at = text.indexOf(term, from);
  if (/^[a-z0-9]/.test(term)) {
    while (at > 0 && /[a-z0-9]/.test(text[at - 1])) at = text.indexOf(term, at + 1);
  }
  return at;
}

function count(text, term) {
  let number = 0;
  for (let at = placeOf(term, text); at >= 0 && number < 5; at = placeOf(term, text, at + term.length)) number++;
  return number;
}

/** How well a section answers, 0 if a term isn't in it. */
function score(section, terms) {
  let sum = 0;
  let own = false;
  for (const term of terms) {
    const inTitle = placeOf(term, section.inTitle) >= 0;
    const inText = count(section.inText, term);
    if (!inTitle && !inText && placeOf(term, section.inPage) < 0) return 0;
    own ||= inTitle || inText > 0;
    sum += inText + (inTitle ? 20 : 0) + (section.inTitle === term ? 60 : 0);
    sum += section.inPage === term || section.name === term ? 20 : 0;
  }
  return own ? sum + (section.location.includes("#") ? 0 : 2) : 0;
}

function marked(text, terms) {
  const compared = folded(text);
  let shown = "";
  let at = 0;
  while (at < text.length) {
    const next = terms
      .map((term) => ({ start: placeOf(term, compared, at), length: term.length }))
      .filter(({ start }) => start >= 0)
      .sort((a, b) => a.start - b.start || b.length - a.length)[0];
    if (!next) break;
    shown += `${escaped(text.slice(at, next.start))}<mark>${escaped(text.slice(next.start, next.start + next.length))}</mark>`;
    at = next.start + next.length;
  }
  return shown + escaped(text.slice(at));
}

/** The part of a text around its first term. */
function around(section, terms) {
  const places = terms.map((term) => placeOf(term, section.inText)).filter((place) => place >= 0);
  const first = places.length ? Math.min(...places) : 0;
  const start = Math.max(0, first - BEFORE);
  const end = Math.min(section.text.length, first + AFTER);
  const cut = section.text.slice(start, end);
  return `${start ? "…" : ""}${marked(cut, terms)}${end < section.text.length ? "…" : ""}`;
}

function search(question) {
  let words = question.normalize("NFKC").trim().split(/\s+/).filter(Boolean);
  if (!words.length) return { items: [] };
  let found = answers(words.map(folded));
  if (!found.length) {
    words = words.flatMap(wordsIn);
    found = words.length ? answers(words.map(folded), OF_A_RULE) : [];
  }
  const terms = words.map(folded);
  const shown = Object.fromEntries(words.map((word) => [word, true]));
  const pages = new Map();
  for (const { section, points } of found) {
    if (!pages.has(section.page)) pages.set(section.page, []);
    pages.get(section.page).push(item(section, terms, shown, points));
  }
  for (const [page, items] of pages) {
    const whole = sections.find((section) => section.location === page);
    if (whole && !items.some((each) => each.location === page)) items.push(item(whole, terms, {}, 0));
  }
  return { items: [...pages.values()] };
}

/** The sections with the terms, best first. What describes a rule has `more` points. */
function answers(terms, more = 0) {
  const found = sections.map((section) => ({ section, points: score(section, terms) }));
  const matching = found.filter(({ points }) => points > 0);
  const ranked = matching.map(({ section, points }) => ({
    section,
    points: points + (section.page.startsWith(RULES) ? more : 0),
  }));
  return ranked.sort((a, b) => b.points - a.points);
}

function item(section, terms, shown, points) {
  const text = around(section, terms);
  return { location: section.location, title: marked(section.title, terms), text, score: points, terms: shown };
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) {
    setUp(data);
    postMessage({ type: 1 });
  } else if (type === 2) {
    postMessage({ type: 3, data: search(data) });
  }
});
