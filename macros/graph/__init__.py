"""Who answers for what: the plan as a graph (NetworkX), its measures, and what can be said of them."""
