"""Who may see more than a citizen: staff of the province, and the programs of portals."""
