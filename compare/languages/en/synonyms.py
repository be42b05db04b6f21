"""English words of one meaning, British and American -> one form of both, for matching only."""

_SPELLINGS = """centre center, centres centers, harbour harbor, harbours harbors, colour color, colours colors, labour labor,
neighbour neighbor, neighbours neighbors, neighbouring neighboring, neighbourhood neighborhood, honour honor, honoured honored,
favour favor, behaviour behavior, rumour rumor, rumours rumors, armour armor, armoured armored, theatre theater, theatres theaters,
defence defense, offence offense, licence license, metre meter, metres meters, kilometre kilometer, kilometres kilometers, litre liter,
litres liters, programme program, programmes programs, organisation organization, organisations organizations, organise organize,
organised organized, organisers organizers, recognise recognize, recognised recognized, criticise criticize, criticised criticized,
apologise apologize, apologised apologized, authorise authorize, authorised authorized, authorisation authorization,
hospitalised hospitalized, realise realize, realised realized, civilisation civilization, mobilise mobilize, mobilised mobilized,
stabilise stabilize, grey gray, aeroplane airplane, aeroplanes airplanes, travelled traveled, travelling traveling,
travellers travelers, traveller traveler, cancelled canceled, cancelling canceling, jewellery jewelry, adviser advisor,
advisers advisors, sceptical skeptical, sceptics skeptics, manoeuvre maneuver, manoeuvres maneuvers, enquiry inquiry,
enquiries inquiries, judgement judgment, mum mom, tonne ton, tonnes tons, fuelled fueled, modelling modeling, kerb curb,
plough plow, whilst while, amongst among, towards toward, cheque check, artefacts artifacts, ageing aging"""

_WORDS = {
    "killed": "dead", "died": "dead", "wounded": "injured", "hurt": "injured", "cops": "police", "automobile": "car", "automobiles": "cars",
    "blaze": "fire", "per cent": "percent", "lorry": "truck", "lorries": "trucks", "petrol": "gasoline", "motorway": "highway",
    "railroad": "railway", "mobile phone": "cellphone", "mobile phones": "cellphones", "cell phone": "cellphone", "cell phones": "cellphones",
    "car park": "parking lot", "attorney": "lawyer", "attorneys": "lawyers", "physician": "doctor", "physicians": "doctors",
    "fire brigade": "fire department", "airplane": "plane", "aeroplane": "plane", "airplanes": "planes", "aeroplanes": "planes",
}

SYNONYMS = {british: american for british, american in (pair.split() for pair in _SPELLINGS.split(",")) if british not in _WORDS} | _WORDS
