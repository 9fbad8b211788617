"""Evidence items, captures, uploads, sealing, requests, samples, custody, deletion."""
