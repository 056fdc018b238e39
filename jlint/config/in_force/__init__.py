"""The settings in force for each file: which configuration applies (locate), and what it sets (settings, config)."""
