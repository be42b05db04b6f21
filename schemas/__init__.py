"""The contracts: JSON Schemas of what goes in and out, and the one module that loads and checks them."""
