"""The engine's plain facts and rules: no third-party library, no store, no screen."""
