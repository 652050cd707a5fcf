"""What files on this disk are: their kinds, the names of their editions, and what lies beside them."""
