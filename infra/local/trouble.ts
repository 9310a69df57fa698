// A reason why Kitty cannot start, as one sentence for the person at the keyboard.

export class Trouble extends Error {}
