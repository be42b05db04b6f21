"""Texts -> those that are near-duplicates of each other, with how much each pair shares."""

import compare

texts = [
    "The ferry struck the pier at Port Ellery on Tuesday morning, and 26 passengers were injured, police said.",
    "The council will vote on the new harbour wall in April.",
    "The ferry struck the pier at Port Ellery on Tuesday morning, and 23 passengers were injured, police said.",
]
for cluster in compare.near_duplicates(texts):
    for link in cluster.links:
        print(cluster.members[link.a], cluster.members[link.b], link.jaccard, link.containment)
