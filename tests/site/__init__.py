"""A news site made by code: forty days of stories in four languages, in seven manners of naming editions.

`newsroom` invents the stories, `texts` writes them in each language, `manners` says how a site's addresses, tabs and
pictures name editions, `pages` and `feeds` put them on the wire, `serving` on this machine's loopback. All follows from
a seed. The names and the events are invented.
"""
