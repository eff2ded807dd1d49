"""Dateline: a timeline of your articles, with the proof for every date.

Imports nothing, so that the engine loads without the web application.
"""
