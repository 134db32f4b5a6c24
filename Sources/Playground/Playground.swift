// The room Playground.
