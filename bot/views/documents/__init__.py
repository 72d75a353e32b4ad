"""Papers: one model, and writers for Word, PDF and Excel. The writers are imported only when a paper is made."""
