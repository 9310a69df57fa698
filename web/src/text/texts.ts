// What a text is: the plain words, the Easy Read words, and for whole sentences the picture that stands beside them.
import type { PictureName } from '../components/picture.tsx';

/** For labels, headings and buttons: too short for a picture of their own. */
export type Words = readonly [plain: string, easy: string];
/** For sentences that people read: in Easy Read a picture stands beside them. `{name}` marks what is filled in. */
export type Sentence = readonly [plain: string, easy: string, picture: PictureName];
export type Text = Words | Sentence;

/** One page's catalogue: the only place where its words stand, so that none is without its Easy Read and a translation finds all. */
export const texts = <const Catalogue extends Record<string, Text>>(catalogue: Catalogue): Catalogue => catalogue;
