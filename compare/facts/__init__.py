"""What a story says, slot by slot: who gives which value of one figure, hour, age or name, over all articles and however they tell it."""
