"""Tests of the Hip Hinge Trainer; they mirror app/."""
