// Whether a string is one of the keys of a record.

export const isKeyOf = <Word extends string>(words: Readonly<Record<Word, unknown>>, word: string): word is Word =>
  Object.hasOwn(words, word);
