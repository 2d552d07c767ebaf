"""Is it in the source?"""
