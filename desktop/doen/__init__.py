"""What a gemeente can do, on screen: its choices, a target, the price of waiting, other inflow."""
