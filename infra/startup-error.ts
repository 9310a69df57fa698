// Why Kitty cannot start or the story cannot go on: its message is shown without a stack.

export class StartupError extends Error {}
