// Finds entries by words, and puts them in the order in which readers want them. Knows no page; runs in a browser and under Node.
(() => {
  const inPage = typeof module === "undefined";
  const { low, fold, tokens, stemmer, distance, stopWords, marked } = inPage ? tracker.words : require("./words.js");
  const { Index } = inPage ? tracker : require("./index.js");

  const KINDS = { countries: 2, actors: 2, pages: 2, glossary: 1.6, indicators: 1.6, words: 1.6, objectives: 1.5, follow_ups: 1.5, sources: 1.5,
    developments: 1.2, areas: 1.2, commitments: 1.2, means: 1.2 };
  // What a word counts that stands there as typed, in another form, as a beginning, after a correction.
  const EXACT = 1, FORM = 0.85, BEGINNING = 0.2, GUESS = 0.6;
  const MAX_CHARACTERS = 400, MAX_WORDS = 12, MAX_LETTERS = 40, LONG_WORD = 8, MAX_GUESSES = 5;
  // Entries that no record stands for: the end of their address is no identifier.
  const UNNUMBERED = ["pages", "values", "words"];

  class Entry {
    constructor(written, id) {
      const { u: url, k: kind, t: title, c: codes, a: names = [], x: text = "", q: quotes = {}, s: shown = "" } = written;
      const own = UNNUMBERED.includes(kind) ? [] : [url.replace(/\/$/, "").split(/[/#]/).pop()];
      Object.assign(this, { id, url, kind, title, names: [title, ...names], codes: codes || own, text, quotes, shown });
    }

    get quoted() { return Object.values(this.quotes).flat(); }

    // Everything that it says, as typed and in one form; asked for only of what is found.
    get low() { return this.kept("_low", () => low([...this.names, this.text, ...this.quoted].join(" "))); }
    get said() { return this.kept("_said", () => [...this.names, this.text, ...this.quoted].map(row).join(" ¶ ")); }
    get called() { return this.kept("_called", () => [...this.names, ...this.codes].map(row)); }

    kept(name, make) { return this[name] ??= make(); }
  }

  // A single letter is what an elision leaves.
  const sayable = (word) => word.length > 1 || /\d/.test(word);
  const row = (text) => ` ${tokens(fold(text)).join(" ")} `;

  class Engine {
    constructor(written, language) {
      this.stop = stopWords(language);
      this.stem = stemmer(language);
      this.entries = written.map((one, id) => new Entry(one, id));
      this.index = new Index((text) => tokens(fold(text)).filter(sayable));
      for (const { codes, title, names, text, quoted } of this.entries) {
        this.index.add({ code: codes.join(" ¶ "), title, alias: names.slice(1).join(" ¶ "), text, quote: quoted.join(" ¶ ") });
      }
      this.forms = new Map(); // what forms of a word have in common -> those that are known; of a number with its year, the number
      for (const word of this.index.words) {
        const common = this.stem(word.replace(/^\d{4}\/(?=\d)/, ""));
        this.forms.set(common, [...(this.forms.get(common) || []), word]);
      }
    }

    // Entry -> how well it has the word; each form counts less than the one before.
    having(word, last) {
      const found = new Map();
      best(found, this.index.find([word]), EXACT);
      best(found, this.index.find(this.forms.get(this.stem(word)) || []), FORM);
      if (word.length >= (last ? 2 : 4) && !/^\d+$/.test(word)) {
        best(found, this.index.find([...this.index.words].filter((known) => known.startsWith(word))), BEGINNING);
      }
      return found;
    }

    // The known words nearest to one that nothing knows, by edits, then by the letters at both ends; without any, those that begin alike.
    near(word) {
      if (word.length < 4 || /\d/.test(word)) return [];
      let most = word.length >= LONG_WORD ? 2 : 1, found = [];
      for (const known of this.index.words) {
        if (word.length < 6 && known[0] !== word[0]) continue;
        const edits = distance(word, known, most);
        if (edits < most) found = [];
        if (edits <= most) [most, found] = [edits, [...found, known]];
      }
      if (found.length) {
        const alike = found.map((known) => ends(word, known)), best = Math.max(...alike);
        return found.filter((_, at) => alike[at] === best).slice(0, MAX_GUESSES);
      }
      const start = word.slice(0, Math.ceil(word.length * 0.6));
      return word.length > 5 ? [...this.index.words].filter((known) => known.startsWith(start)).slice(0, MAX_GUESSES) : [];
    }

    // What was typed -> {results, counts, corrected: [[typed, taken]], missing, partial, loose, marks}. A kind leaves the others out.
    search(typed, { kind } = {}) {
      const asked = this.read(typed.slice(0, MAX_CHARACTERS));
      const taken = asked.words.map((word, at) => this.take(word, at === asked.words.length - 1));
      const ranked = this.ranked(taken, asked);
      const strict = ranked.filter(({ entry }) => asked.phrases.every((phrase) => entry.said.includes(phrase)));
      const loose = asked.phrases.length > 0 && !strict.length && ranked.length > 0;
      const all = loose ? ranked : strict, counts = new Map();
      for (const { entry } of all) counts.set(entry.kind, (counts.get(entry.kind) || 0) + 1);
      return {
        results: kind ? all.filter(({ entry }) => entry.kind === kind) : all, counts, loose,
        corrected: taken.filter(({ near }) => near.length).map(({ word, near }) => [word, this.asWritten(near[0], all)]),
        missing: taken.filter(({ having }) => !having.size).map(({ word }) => word),
        partial: all.length > 0 && all[0].share < 0.999 && taken.filter(({ having }) => having.size).length > 1,
        marks: (text) => this.marks(text, taken),
      };
    }

    // What was typed, in parts: its words, the phrases in quotation marks, the whole in a row, the words with accents.
    read(query) {
      const quoted = [...query.matchAll(/"([^"]{2,})"|“([^”]{2,})”|«([^»]{2,})»/g)].map(([, one, two, three]) => one || two || three);
      const found = tokens(fold(query)).filter((word) => sayable(word) && word.length < MAX_LETTERS);
      const telling = found.filter((word) => !this.stop.has(word));
      const words = [...new Set(telling.length ? telling : found)].slice(0, MAX_WORDS);
      return { words, phrases: quoted.map(row).filter((phrase) => phrase.trim()), whole: row(query), accents: marked(query) };
    }

    // A word, the entries that have it, how rare it is, and what it was corrected to.
    take(word, last) {
      const having = this.having(word, last), near = having.size ? [] : this.near(word);
      for (const known of near) {
        for (const [id, score] of this.having(known, false)) having.set(id, Math.max(having.get(id) || 0, score * GUESS));
      }
      return { word, near, having, rarity: Math.log(1 + this.entries.length / (1 + having.size)) };
    }

    ranked(taken, asked) {
      const total = taken.reduce((sum, { rarity }) => sum + rarity, 0), found = new Map();
      for (const { having, rarity } of taken) {
        for (const [id, score] of having) {
          const so = found.get(id) || { entry: this.entries[id], share: 0, score: 0 };
          found.set(id, { entry: so.entry, share: so.share + rarity / total, score: so.score + score });
        }
      }
      const most = Math.max(...[...found.values()].map(({ share }) => share));
      const kept = [...found.values()].filter(({ share }) => share >= 0.6 * most);
      const stems = taken.flatMap(({ word, near }) => [word, ...near]).map((word) => [word, this.stem(word)]);
      for (const one of kept) one.rank = this.rank(one, stems, asked);
      return kept.sort((a, b) => b.rank - a.rank || a.entry.id - b.entry.id);
    }

    rank({ entry, share, score }, stems, { whole, accents }) {
      let rank = score * share ** 6 * (KINDS[entry.kind] || 1) * (1 + 4 * this.nameFound(entry, stems) ** 2 * share);
      if (entry.called.includes(whole)) rank *= 100;
      else if (whole.trim().includes(" ") && entry.called.some((name) => name.includes(whole))) rank *= 1.6;
      else if (whole.trim().includes(" ") && entry.said.includes(whole)) rank *= 1.5;
      return accents.every((word) => entry.low.includes(word)) ? rank : rank * 0.4;
    }

    // The share of a name's words that the query has; the best of its names counts.
    nameFound(entry, stems) {
      const has = ([name, stem]) => stems.some(([typed, other]) => stem === other || (typed.length > 3 && name.startsWith(typed)));
      entry.named ??= entry.names.map((name) => tokens(fold(name)).filter((word) => !this.stop.has(word)).map((word) => [word, this.stem(word)]));
      return Math.max(0, ...entry.named.map((name) => (name.length ? name.filter(has).length / name.length : 0)));
    }

    // A known word as the best results write it: europol -> Europol.
    asWritten(known, results) {
      for (const { entry } of results.slice(0, 5)) {
        const word = entry.said.includes(` ${known} `) && [...entry.names, entry.text, ...entry.quoted].join(" ").match(/[\p{L}\p{M}\d]+/gu)
          .find((one) => tokens(fold(one))[0] === known);
        if (word) return word;
      }
      return known;
    }

    // A text in parts, of which those that the query has are marked: [[text, whether]].
    marks(text, taken) {
      const sought = taken.flatMap(({ word, near }) => [word, ...near]), stems = new Set(sought.map(this.stem)), parts = [];
      // "2 143" is one word; of COM(2008) 657 the year and the number are two.
      const numbers = new Set(sought.flatMap((word) => (/^\d{4}\/\d+$/.test(word) ? word.split("/") : [])));
      const hit = (word) => stems.has(this.stem(word)) || numbers.has(word) || sought.some((one) => one.length > 3 && word.startsWith(one));
      let from = 0;
      for (const { 0: raw, index: at } of text.matchAll(/\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?!\d)|\d+(?:[./,-]\d+)*|[\p{L}\p{M}]+\d*/gu)) {
        if (!tokens(fold(raw)).some(hit)) continue;
        if (at > from) parts.push([text.slice(from, at), false]);
        parts.push([raw, true]);
        from = at + raw.length;
      }
      if (from < text.length) parts.push([text.slice(from), false]);
      return parts;
    }

    // The sentence of an entry that has most of what was asked, in marked parts, with the language of a quotation: {lang, parts}.
    excerpt(entry, marks) {
      const quoted = Object.entries(entry.quotes).flatMap(([lang, quotes]) => quotes.map((quote) => [lang, quote]));
      const rows = [...sentences(entry.text).map((one) => ["", one]), ...quoted];
      let chosen = null, most = -1;
      for (const [lang, one] of rows) {
        const parts = marks(one), found = new Set(parts.filter(([, hit]) => hit).map(([word]) => this.stem(fold(word)))).size;
        if (found > most) [chosen, most] = [{ lang, parts: cut(parts) }, found];
      }
      return chosen;
    }
  }

  // How many letters two words share at their beginnings and at their ends.
  function ends(a, b) {
    const least = Math.min(a.length, b.length);
    let head = 0, tail = 0;
    while (head < least && a[head] === b[head]) head += 1;
    while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
    return head + tail;
  }

  function best(found, results, share) {
    for (const [id, score] of results) found.set(id, Math.max(found.get(id) || 0, score * share));
  }

  const sentences = (text) => text.match(/\S.*?(?:[.!?…]["»”)]?(?=\s+[\p{Lu}«“"])|$)/gsu) || [];

  // At most some 200 characters, around the first mark.
  function cut(parts, before = 60, after = 150) {
    const first = Math.max(0, parts.findIndex(([, hit]) => hit)), head = parts.slice(0, first).map(([text]) => text).join("");
    const start = head.length > before + 20 ? head.slice(-before).replace(/^\S*\s/, "… ") : head, kept = start ? [[start, false]] : [];
    let left = after;
    for (const [text, hit] of parts.slice(first)) {
      if (text.length > left) return [...kept, [`${text.slice(0, left).replace(/\s+\S*$/, "")} …`, hit]];
      kept.push([text, hit]);
      left -= text.length;
    }
    return kept;
  }

  if (typeof module === "undefined") globalThis.tracker = { ...globalThis.tracker, Engine };
  else module.exports = { Engine };
})();
