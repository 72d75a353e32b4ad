"""A stand-in Slack workspace on loopback, with invented people, for trying the bot and for its tests."""
