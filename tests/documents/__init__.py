"""Papers as files: what a reader of Word, PDF or Excel is given."""
