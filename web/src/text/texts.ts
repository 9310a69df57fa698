// What a text is: its plain words, its Easy Read words and, for whole sentences, the picture shown beside them.
import type { PictureName } from '../components/picture.tsx';

/** For labels, headings and buttons, which have no picture. */
export type Words = readonly [plain: string, easy: string];
/** For sentences that people read: in Easy Read with a picture beside them. `{name}` is filled in. */
export type Sentence = readonly [plain: string, easy: string, picture: PictureName];
export type Text = Words | Sentence;

/** A catalogue of words. All words are in catalogues, so that each has its Easy Read version and a translator finds them all. */
export const texts = <const Catalogue extends Record<string, Text>>(catalogue: Catalogue): Catalogue => catalogue;
