"""The tests. This file is here because waybackpy installs a package of the same name, which would hide these."""
