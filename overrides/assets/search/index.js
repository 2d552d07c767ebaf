// Which entries hold a word, and how much each says by it (BM25+, fields weighed). Knows neither languages nor the order of results.
(() => {
  const FIELDS = ["code", "title", "alias", "text", "quote"];
  const WEIGHTS = [6, 3, 2.5, 1.5, 1.2];
  // The usual constants: how soon repetition stops to count, how much length does, what any mention counts.
  const K = 1.2, B = 0.7, D = 0.5;

  class Index {
    // `cut` gives the words of a text.
    constructor(cut) {
      this.cut = cut;
      this.places = new Map(); // word -> [entry, field, times, entry, field, times …]
      this.lengths = FIELDS.map(() => []); // field -> the words of each entry
      this.size = 0;
    }

    get words() { return this.places.keys(); }

    // Take in the next entry: the text of each field.
    add(texts) {
      FIELDS.forEach((name, field) => {
        const words = texts[name] ? this.cut(texts[name]) : [], times = new Map();
        for (const word of words) times.set(word, (times.get(word) || 0) + 1);
        for (const [word, number] of times) {
          if (!this.places.has(word)) this.places.set(word, []);
          this.places.get(word).push(this.size, field, number);
        }
        this.lengths[field].push(words.length);
      });
      this.size += 1;
    }

    // Entry -> how much it says by any of some words, which count as one.
    find(words) {
      this.averages ??= this.lengths.map((of) => of.reduce((sum, one) => sum + one, 0) / (of.length || 1) || 1);
      const found = new Map();
      for (const word of words) {
        const places = this.places.get(word) || [];
        for (let at = 0; at < places.length; at += 3) {
          const [entry, field, times] = [places[at], places[at + 1], places[at + 2]];
          const length = 1 - B + (B * this.lengths[field][entry]) / this.averages[field];
          const said = WEIGHTS[field] * (D + (times * (K + 1)) / (times + K * length));
          found.set(entry, (found.get(entry) || 0) + said);
        }
      }
      const rare = Math.log(1 + (this.size - found.size + 0.5) / (found.size + 0.5));
      for (const [entry, said] of found) found.set(entry, said * rare);
      return found;
    }
  }

  if (typeof module === "undefined") globalThis.tracker = { ...globalThis.tracker, Index };
  else module.exports = { Index };
})();
