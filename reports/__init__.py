"""A comparison document -> what people read: the report of one story and the index of several."""
