"""HTML as blocks, photos and links; what entries and pages share."""
