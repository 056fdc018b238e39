"""What `jlint learn` learns from a repository's posts: the house's own usage.

`doubts` finds the places where a rule about typos would speak. `counting` counts how often each turn there, and what
it may be a slip for, stands in the posts. `judging` decides which turns are right, and `learn` puts it together.
"""
