// The room Scenes.
