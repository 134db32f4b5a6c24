// The room Lessons.
