# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of build-geography: sources, areas, topology."""
