def speeds():
    return True
