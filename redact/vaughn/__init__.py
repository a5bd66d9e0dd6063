"""The Vaughn index: every withholding with its exemption and its justification, for a court.

Authority: *Vaughn v. Rosen*, 484 F.2d 820 (D.C. Cir. 1973); 5 U.S.C. 552(a)(4)(B), (b).
"""
