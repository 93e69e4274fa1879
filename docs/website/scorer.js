// Pages in the language of the page that searches come first; else as Sphinx scores.
var Scorer = {
  score: ([docname, , , , score]) =>
    score + (docname.endsWith(".zh-CN") === document.documentElement.lang.startsWith("zh") ? 100 : 0),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
