// Words as the search compares them: in one form, without endings, with the errors that people make. Knows neither page nor entries.
(() => {
  // By nature each language has its own of these; one without a row is searched word by word.
  const STOP = {
    en: "a an and are as at be been but by can could define definition did do does for from had has have how i if in into is it its many mean meaning much my no not of on or our s so such than that the their them there these they this to was we were what when where which who whose why will with would you your",
    fr: "a ai au aux avec ce ces cet cette combien comme comment dans de definition des du elle elles en est et etait eu il ils je la le les leur leurs lui ma mais me mes mon ne ni nos notre nous on ont ou par pas peut peuvent pour pourquoi qu quand que quel quelle quelles quels qui quoi sa se sera ses si signifie son sont sur ta te tes toi ton tu un une vos votre vous y",
  };
  // Endings that forms of one word differ by; the longest counts, and leaves four letters.
  const ENDINGS = {
    en: "isations isation ational ations ation atory ments ment ings ing ities ity ions ion ors or ers er ies ied ives ive ed es ly al y e s",
    fr: "issements issement atrices atrice ateurs ateur ations ation ements ement trices trice teurs teur teuses teuse euses euse eurs eur iennes ienne iens ien aises aise ais oises oise ois ances ance ences ence ites ite ives ive ifs if ions ion ales ale aux al elles elle els el ees ee es er ir e s x",
  };
  const IRREGULAR = { en: [["children", "child"], ["women", "woman"], ["men", "man"], ["people", "person"]] };
  // Two ways to write English, as one.
  const SPELLINGS = { en: [[/z/g, "s"], [/our/g, "or"], [/ense$/, "ence"], [/mme(s?)$/, "m$1"]] };
  const LETTERS = { œ: "oe", æ: "ae", ł: "l", ø: "o", ß: "ss", đ: "d" };

  const plain = (text) => !/[^\x00-\x7f]/.test(text);
  const low = (text) => {
    const small = text.toLowerCase();
    return plain(small) ? small : small.replace(/\u00ad/g, "").replace(/[\u00a0\u202f\u2009]/g, " ").replace(/[’‘ʼ`´]/g, "'");
  };
  const bare = (text) => (plain(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[œæłøßđ]/g, (letter) => LETTERS[letter]));

  // Text in one form: no capitals, no marks; acronyms without points; numbers and official numbers as all languages of the site write them.
  function fold(text) {
    const folded = bare(low(text)).replace(/\b(?:[a-z]\.){2,}/g, (letters) => letters.replace(/\./g, ""));
    return !/\d/.test(folded) ? folded : folded
      .replace(/\b\d{1,3}(?:[ ,]\d{3})+(?!\d)/g, (number) => number.replace(/[ ,]/g, ""))
      .replace(/(\d),(?=\d)/g, "$1.")
      .replace(/\b(\d{4})[-–](?=\d{4}\b)/g, "$1 ")
      .replace(/\b(com|swd|sec|jai)\s*\(?(\d{4})\)?\s*\/?\s*(\d+)(\s*final)?/g, "$1 $2/$3")
      .replace(/\b(\d{2,4}\/\d+)\/(?:ce|ec|ue|eu|jai|jha)\b/g, "$1");
  }

  const tokens = (folded) => folded.match(/\d+(?:[./-]\d+)*|\p{L}+\d*/gu) || [];

  // What forms of a word have in common.
  function stemmer(language) {
    const endings = (ENDINGS[language] || "").split(" ").filter(Boolean), irregular = new Map(IRREGULAR[language] || []), known = new Map();
    const stem = (typed) => {
      let word = irregular.get(typed) || typed;
      for (const [one, other] of SPELLINGS[language] || []) word = word.replace(one, other);
      const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= 4);
      return (ending ? word.slice(0, -ending.length) : word).replace(/ck$/, "c").replace(/(\p{L})\1$/u, "$1");
    };
    return (word) => {
      if (/\d/.test(word)) return word;
      if (!known.has(word)) known.set(word, stem(word));
      return known.get(word);
    };
  }

  // Edits that lead from one word to another, two letters that change places counted once; more than `most` are not counted.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[b.length];
  }

  const stopWords = (language) => new Set((STOP[language] || "").split(" "));
  // The words of a text that have a mark, as typed.
  const marked = (text) => (low(text).match(/[\p{L}\p{M}]+/gu) || []).filter((word) => bare(word) !== word);

  const words = { low, fold, tokens, stemmer, distance, stopWords, marked };
  if (typeof module === "undefined") globalThis.tracker = { ...globalThis.tracker, words };
  else module.exports = words;
})();
