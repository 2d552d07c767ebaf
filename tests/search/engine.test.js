// What the search finds. tests/search/test_search.py writes the entries of the frozen data, and runs this file.
const test = require("node:test"), assert = require("node:assert"), { readFileSync } = require("node:fs"), { join } = require("node:path");
const { Engine } = require("../../overrides/assets/search/engine.js");
const { fold, tokens, stemmer, distance } = require("../../overrides/assets/search/words.js");

const read = (path) => JSON.parse(readFileSync(path, "utf-8"));
const QUERIES = read(join(__dirname, "queries.json"));
const engine = (name) => new Engine(read(join(process.env.ENTRIES, `${name}.json`)), name);
const en = engine("en"), fr = engine("fr");
const urls = (found) => found.results.map(({ entry }) => entry.url);

for (const name of Object.keys(QUERIES).filter((one) => one !== "note")) {
  test(`what readers type leads to its page: ${name}`, () => {
    const at = QUERIES[name].map(({ query, page }) => {
      const found = urls((name.endsWith("fr") ? fr : en).search(query));
      return [query, found.length ? found.findIndex((url) => page.split("|").some((one) => one === "." || url.startsWith(one))) : -2];
    });
    const missed = JSON.stringify(at.filter(([, number]) => number !== 0));
    assert.ok(at.filter(([, number]) => number === 0).length >= 25, missed);
    assert.ok(at.filter(([, number]) => number >= 0 && number < 3).length >= 28, missed);
    assert.deepStrictEqual(at.filter(([, number]) => number === -2), []);
  });
}

test("every name, acronym, id and official number finds its entry among the first three", () => {
  for (const one of [en, fr]) {
    for (const { url, names, codes } of one.entries) {
      for (const name of [...names, ...codes]) assert.ok(urls(one.search(name)).slice(0, 3).includes(url), `${name}: ${url}`);
    }
  }
});

test("every figure, as printed, finds its record", () => {
  for (const one of [en, fr]) {
    for (const [printed, url] of read(join(process.env.ENTRIES, "figures.json"))) assert.ok(urls(one.search(printed)).includes(url), `${printed}: ${url}`);
  }
});

test("the forms of a number are one", () => {
  for (const forms of [["2004/81/CE", "2004/81/EC", "2004/81"], ["COM(2008) 657 final", "com 2008/657", "COM(2008)657"], ["2 143", "2,143", "2143", "2\u202f143"],
    ["3 102 484,78", "3,102,484.78"], ["U.N.", "UN"], ["2003–2004", "2003-2004", "2003 2004"]]) {
    for (const form of forms) assert.deepStrictEqual(tokens(fold(form)), tokens(fold(forms[0])), form);
  }
  assert.deepStrictEqual(tokens(fold("in 2004 143 victims")), ["in", "2004", "143", "victims"]);
});

test("accents, ligatures and elisions do not hide a word", () => {
  for (const [one, typed, plain] of [[fr, "délai de réflexion", "delai de reflexion"], [fr, "mise en œuvre", "mise en oeuvre"], [fr, "l’Europol", "Europol"],
    [fr, "d'Eurojust", "Eurojust"], [en, "Österreich", "osterreich"]]) {
    assert.strictEqual(urls(one.search(typed))[0], urls(one.search(plain))[0], typed);
    assert.deepStrictEqual(one.search(typed).missing, []);
  }
});

test("forms of a word have something in common", () => {
  for (const [language, ...forms] of [["en", "trafficking", "traffickers", "traffic"], ["en", "organisation", "organization", "organisations"], ["en", "labour", "labor"],
    ["en", "child", "children"], ["fr", "rapporteur", "rapporteuse", "rapporteurs"], ["fr", "autrichien", "autrichienne"], ["fr", "national", "nationaux", "nationale"]]) {
    assert.strictEqual(new Set(forms.map(stemmer(language))).size, 1, forms.join());
  }
});

test("what was typed wrong is corrected, and that is said", () => {
  for (const [one, typed, taken] of [[en, "europl", "Europol"], [en, "forntex", "Frontex"], [fr, "europl", "Europol"], [en, "traffiking", "trafficking"]]) {
    const found = one.search(typed);
    assert.deepStrictEqual(found.corrected.map(([wrong, right]) => [wrong, right.toLowerCase()]), [[typed, taken.toLowerCase()]]);
    assert.ok(found.results.length > 0);
  }
  assert.strictEqual(en.search("europl").corrected[0][1], "Europol");
  assert.deepStrictEqual(en.search("europol").corrected, []);
});

test("edits are counted, and letters that change places count once", () => {
  assert.deepStrictEqual([distance("abc", "acb", 2), distance("abc", "abc", 2), distance("abc", "xyz", 2), distance("a", "abcd", 2)], [1, 0, 3, 3]);
});

test("words that stand nowhere are named", () => {
  const found = en.search("Poland xqzwvk");
  assert.deepStrictEqual(found.missing, ["xqzwvk"]);
  assert.strictEqual(urls(found)[0], "countries/pl/");
  assert.deepStrictEqual(urls(en.search("xqzwvk")), []);
});

test("words in quotation marks stand in a row", () => {
  for (const query of ['"residence permit"', "“residence permit”", "« residence permit »"]) {
    const found = en.search(query);
    assert.ok(found.results.length > 0 && !found.loose);
    for (const { entry } of found.results) assert.ok(entry.said.includes(" residence permit "), entry.url);
  }
  assert.ok(en.search('"permit residence Poland"').loose);
});

test("a kind leaves the others out, and is counted with them", () => {
  const all = en.search("victims"), some = en.search("victims", { kind: "findings" });
  assert.ok(some.results.length > 0 && some.results.every(({ entry }) => entry.kind === "findings"));
  assert.strictEqual(all.counts.get("findings"), some.results.length);
  assert.strictEqual([...all.counts.values()].reduce((sum, one) => sum + one), all.results.length);
});

test("what is listed for a country is found by both", () => {
  const [{ entry }] = en.search("Austria convention ratified").results;
  assert.deepStrictEqual([entry.kind, entry.url], ["values", "countries/at/#convention-ratified"]);
});

test("words are marked, and nothing of a text is lost", () => {
  for (const one of [en, fr]) {
    const { marks } = one.search("victimes victims Europol 2 143");
    for (const { title, text, quoted } of one.entries) {
      for (const words of [title, text, ...quoted]) assert.strictEqual(marks(words).map(([part]) => part).join(""), words);
    }
  }
  assert.deepStrictEqual(en.search("europl").marks("At Europol’s desk"), [["At ", false], ["Europol", true], ["’s desk", false]]);
});

test("a result shows the sentence that says most, with the language of a quotation", () => {
  const found = en.search("71 nouveaux cas"), { lang, parts } = en.excerpt(found.results[0].entry, found.marks);
  assert.strictEqual(lang, "fr");
  assert.ok(parts.filter(([, hit]) => hit).length >= 3);
  for (const one of en.entries) assert.ok((en.excerpt(one, found.marks)?.parts || []).map(([text]) => text).join("").length < 400, one.url);
});

test("hostile and huge queries find something or nothing, and end", () => {
  const some = ["", " ", "\0", "a", "é", '"', '""', "«»", "''", "()[]{}\\^$.*+?|", "<script>alert(1)</script>", "constructor __proto__ toString hasOwnProperty",
    "\ud800", "\u202e", "𝔈𝔲𝔯𝔬𝔭𝔬𝔩", "日本", "a".repeat(1e6), "ab ".repeat(1e5), '"'.repeat(1e5), "1,".repeat(1e5), "2/".repeat(1e5), "« a » ".repeat(1e4), "a.b.".repeat(1e5)];
  for (const one of [en, fr]) for (const query of some) assert.ok(Array.isArray(one.search(query).results), query.slice(0, 20));
});
