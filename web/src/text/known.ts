// Whether a word is one of those that a list of words has.

export const known = <Word extends string>(words: Readonly<Record<Word, unknown>>, word: string): word is Word =>
  Object.hasOwn(words, word);
