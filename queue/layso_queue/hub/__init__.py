"""The province's web queue. Its command says plainly that this version has none yet."""
