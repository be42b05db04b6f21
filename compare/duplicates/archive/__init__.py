"""Files of any size -> clusters of their near-duplicate paragraphs, stage by stage on disk: a killed run goes on where it was."""
