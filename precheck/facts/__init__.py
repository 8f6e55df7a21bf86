"""What is true for every lender: identifiers, names, regions, industries, business sizes, uses of a loan.

Pure functions on strings and numbers; nothing here knows of a draft, a policy or a rule.
"""
