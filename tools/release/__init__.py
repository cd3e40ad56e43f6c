"""The program as people install it: what is inside, whose it is, and the archives and packages that carry it."""
