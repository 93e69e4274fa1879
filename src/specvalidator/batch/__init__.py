"""A whole archive judged: any number of documents, each once, in parts that outlive a kill."""
