"""The review application in a browser: requests of one person on this machine -> pages; what they decide -> decision events."""
